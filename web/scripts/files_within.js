// In the single file the other files lie in elements of the document, deflated
// (RFC 1951) and in base64. Chromium 78 cannot inflate by itself, and a program
// that inflates would have to be inflated first: hence these lines.
self.goujiFiles = (function () {
  // For length and distance codes: the least each stands for, and its extra bits.
  const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
  const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
  const DISTANCES = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
  const DISTANCE_BITS = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
  const CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

  // A canonical code: how many codes there are of each length, and the symbols
  // in the order of their codes.
  function code(lengths) {
    const counts = new Uint16Array(16);
    lengths.forEach(function (length) {
      counts[length] += 1;
    });
    counts[0] = 0;
    const next = new Uint16Array(16);
    for (let length = 1; length < 16; length += 1) {
      next[length] = next[length - 1] + counts[length - 1];
    }
    const symbols = new Uint16Array(lengths.length);
    lengths.forEach(function (length, symbol) {
      if (length) {
        symbols[next[length]] = symbol;
        next[length] += 1;
      }
    });
    return { counts: counts, symbols: symbols };
  }

  function inflate(input, size) {
    const output = new Uint8Array(size);
    let at = 0;
    let place = 0;
    let held = 0;
    let holds = 0;

    function bits(count) {
      while (holds < count) {
        held |= input[at] << holds;
        at += 1;
        holds += 8;
      }
      const value = held & ((1 << count) - 1);
      held >>>= count;
      holds -= count;
      return value;
    }

    function symbol(code) {
      let value = 0;
      let first = 0;
      let index = 0;
      for (let length = 1; length < 16; length += 1) {
        value |= bits(1);
        const count = code.counts[length];
        if (value - first < count) {
          return code.symbols[index + value - first];
        }
        index += count;
        first = (first + count) << 1;
        value <<= 1;
      }
      throw new Error('the file is damaged');
    }

    function codes() {
      const literals = bits(5) + 257;
      const distances = bits(5) + 1;
      const lengths = new Array(19).fill(0);
      for (let count = bits(4) + 4, index = 0; index < count; index += 1) {
        lengths[CODE_LENGTH_ORDER[index]] = bits(3);
      }
      const ofLengths = code(lengths);
      const all = [];
      while (all.length < literals + distances) {
        const length = symbol(ofLengths);
        const repeats = length < 16 ? 1 : length === 16 ? bits(2) + 3 : length === 17 ? bits(3) + 3 : bits(7) + 11;
        const repeated = length < 16 ? length : length === 16 ? all[all.length - 1] : 0;
        for (let count = 0; count < repeats; count += 1) {
          all.push(repeated);
        }
      }
      return [code(all.slice(0, literals)), code(all.slice(literals))];
    }

    const fixed = [];
    for (let index = 0; index < 288; index += 1) {
      fixed.push(index < 144 ? 8 : index < 256 ? 9 : index < 280 ? 7 : 8);
    }
    for (let last = 0; !last; ) {
      last = bits(1);
      const kind = bits(2);
      if (kind === 0) {
        held = holds = 0;
        const length = input[at] | (input[at + 1] << 8);
        output.set(input.subarray(at + 4, at + 4 + length), place);
        at += 4 + length;
        place += length;
        continue;
      }
      const both = kind === 1 ? [code(fixed), code(new Array(30).fill(5))] : codes();
      for (let found = symbol(both[0]); found !== 256; found = symbol(both[0])) {
        if (found < 256) {
          output[place] = found;
          place += 1;
        } else {
          const length = LENGTHS[found - 257] + bits(LENGTH_BITS[found - 257]);
          const far = symbol(both[1]);
          const from = place - DISTANCES[far] - bits(DISTANCE_BITS[far]);
          for (let index = 0; index < length; index += 1) {
            output[place + index] = output[from + index];
          }
          place += length;
        }
      }
    }
    return output;
  }

  function bytes(name) {
    const element = document.querySelector('script[data-file="' + name + '"]');
    const packed = atob(element.textContent.trim());
    const input = new Uint8Array(packed.length);
    for (let index = 0; index < packed.length; index += 1) {
      input[index] = packed.charCodeAt(index);
    }
    return inflate(input, Number(element.dataset.size));
  }

  return {
    bytes: bytes,
    text: function (name) {
      return new TextDecoder().decode(bytes(name));
    },
  };
})();
