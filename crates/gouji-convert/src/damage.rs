//! Random damage to bytes, the same for the same seed.

/// Copies of `bytes` with up to 32 of them changed, every fifth cut short.
pub(crate) fn damaged(bytes: &[u8], copies: u64) -> impl Iterator<Item = Vec<u8>> {
    (0..copies).map(|seed| {
        let mut random = Random(seed);
        let mut copy = bytes.to_vec();
        for _ in 0..=random.below(32) {
            let at = random.below(copy.len());
            copy[at] = random.next().to_le_bytes()[0];
        }
        if seed % 5 == 0 {
            copy.truncate(random.below(copy.len()));
        }
        copy
    })
}

/// The generator that is known as SplitMix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit.max(1) as u64).unwrap_or(0)
    }
}
