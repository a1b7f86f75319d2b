//! Words and marks that come twice in a row by mistake.

use super::marks::is_ideograph;
use super::{Paragraph, Places};

/// The shortest and the longest word, in characters, that is looked for.
const SHORTEST: usize = 2;
const LONGEST: usize = 7;

/// Words that no longer word begins with, so that they are doubled whatever
/// comes behind.
const NEVER_TWICE: &[&str] = &[
    "进行",
    "通过",
    "按照",
    "根据",
    "以及",
    "对于",
    "关于",
    "并且",
    "或者",
    "开展",
    "加强",
    "推进",
    "推动",
    "提升",
    "提高",
    "积极",
    "认真",
    "不断",
    "及时",
    "严格",
    "继续",
    "切实",
    "没有",
    "实现",
    "确保",
    "由于",
    "因为",
    "如果",
    "但是",
    "可以",
    "需要",
    "已经",
    "我们",
    "存在",
    "坚持",
    "围绕",
    "结合",
    "充分",
    "有效",
    "进一步",
    "不仅",
    "同时",
    "能够",
    "应当",
    "完善",
    "全面",
    "深入",
    "建立",
    "健全",
    "强化",
    "贯彻",
];

/// Words that are said twice on purpose, and words that end one name and
/// begin the next: 区政府政府信息公开.
const SAID_TWICE: &[&str] = &[
    "研究", "讨论", "商量", "学习", "了解", "考虑", "交流", "沟通", "休息", "非常", "很多", "许多", "特别",
    "永远", "好多", "政府", "某某", "锻炼", "整理", "宣传", "比较", "逐步", "慢慢", "来回", "反复",
];

/// The characters of a paragraph that came last, held against those before
/// them.
#[derive(Debug)]
pub(super) struct Doubled {
    /// The last characters, the newest at `count - 1` modulo its length.
    last: [char; 16],
    count: usize,
    /// For each length of a word, how many characters in a row are the same
    /// as those that many places before them.
    runs: [usize; LONGEST + 1],
}

impl Default for Doubled {
    fn default() -> Self {
        Self { last: [' '; 16], count: 0, runs: [0; LONGEST + 1] }
    }
}

impl Doubled {
    /// Forgets what came before: a mark, or the end of a line.
    pub(super) fn clear(&mut self) {
        self.count = 0;
        self.runs = [0; LONGEST + 1];
    }

    /// Takes the ideograph at `at`.
    pub(super) fn take(&mut self, paragraph: &Paragraph, at: usize, character: char, places: &mut Places) {
        let mask = self.last.len() - 1;
        for length in SHORTEST..=LONGEST {
            let is_same = self.count >= length && self.last[(self.count - length) & mask] == character;
            self.runs[length] = if is_same { self.runs[length] + 1 } else { 0 };
        }
        let previous = self.last[self.count.wrapping_sub(1) & mask];
        self.last[self.count & mask] = character;
        self.count += 1;
        let text = paragraph.text.as_str();
        let end = at + character.len_utf8();
        let next = text[end..].chars().next().unwrap_or(' ');
        if character == '的' && previous == '的' && self.count > 1 {
            let before = text[..at - '的'.len_utf8()].chars().next_back().unwrap_or(' ');
            if !matches!(before, '目' | '标' | '有' | '打') && !matches!(next, '确' | '士') {
                places.note(paragraph.place(at - '的'.len_utf8(), end));
            }
            return;
        }
        let Some(length) = (SHORTEST..=LONGEST).find(|&length| self.runs[length] == length) else { return };
        // Every ideograph looked at has three bytes.
        let start = end - 2 * 3 * length;
        let word = &text[end - 3 * length..end];
        if is_a_slip(word, length, next) {
            places.note(paragraph.place(start, end));
            self.clear();
        }
    }
}

/// Whether nobody writes a word twice on purpose before `next`.
fn is_a_slip(word: &str, length: usize, next: char) -> bool {
    let first = word.chars().next();
    let all_same = word.chars().all(|character| Some(character) == first);
    let counts = word.contains([
        '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '两', '每', '半', '几',
    ]);
    if NEVER_TWICE.contains(&word) {
        return true;
    }
    if all_same || counts || SAID_TWICE.iter().any(|twice| word.contains(twice) && length < 4) {
        return false;
    }
    // What comes behind may make one word with the second: 服务服务中心.
    let ends_here = !is_ideograph(next)
        || "的了和与及在等为是将被把已更加提推进不由向从按依并也都均未则仍较应让使得需须没到".contains(next);
    ends_here || length >= 4
}

/// Whether the mark at the end of `before` comes a second time, and no third.
pub(super) fn is_doubled_mark(before: &str, mark: char, next: char) -> bool {
    let once = before.strip_suffix(mark);
    matches!(mark, '，' | '。' | '、' | '；' | '：')
        && next != mark
        && once.is_some_and(|rest| !rest.ends_with(mark))
}
