// The places of findings in the page around: where in the element that was checked
// each part of its text stands, and boxes over those places. The boxes lie in a
// shadow root beside the page's own elements, which stay as they are.

// Finds again in `element` what was read from it as `text`. Both are the same
// characters in the same order but for white space, and for what the one has and
// the other has not.
function placesWithin(element, text) {
  const LOOK_AHEAD = 400;
  const SAME_IN_A_ROW = 6;
  const nodes = [];
  // Of each character that is not white space: itself, its node, its place there.
  const characters = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (/^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT|TEXTAREA)$/.test(node.parentNode.nodeName)) {
      continue;
    }
    nodes.push(node);
    for (let at = 0; at < node.data.length; at += 1) {
      if (/\S/.test(node.data[at])) {
        characters.push({ is: node.data[at], node: node, at: at });
      }
    }
  }

  function isHere(start, from) {
    let same = 0;
    for (let at = start; at < text.length && same < SAME_IN_A_ROW; at += 1) {
      if (/\S/.test(text[at])) {
        const character = characters[from + same];
        if (!character || character.is !== text[at]) {
          return false;
        }
        same += 1;
      }
    }
    return true;
  }

  const found = new Array(text.length);
  let next = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!/\S/.test(text[at])) {
      continue;
    }
    let from = next;
    if (!characters[from] || characters[from].is !== text[at]) {
      while (from < characters.length && from < next + LOOK_AHEAD && !isHere(at, from)) {
        from += 1;
      }
      if (from === characters.length || from === next + LOOK_AHEAD) {
        continue;
      }
    }
    found[at] = characters[from];
    next = from + 1;
  }

  // The range of the page for a range of the text, in UTF-16; null where nothing
  // of it is to be found.
  return function (start, end) {
    const within = found.slice(start, end).filter(Boolean);
    if (!within.length) {
      return null;
    }
    const first = within[0];
    const last = within[within.length - 1];
    const range = document.createRange();
    range.setStart(first.node, first.at);
    range.setEnd(last.node, last.at + 1);
    return range;
  };
}

// The boxes of the text within a range, line by line, without those of the elements
// around it.
function placesOfText(range) {
  const places = [];
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  let node = range.commonAncestorContainer.nodeType === Node.TEXT_NODE ? range.commonAncestorContainer : walker.nextNode();
  for (; node; node = walker.nextNode()) {
    if (range.intersectsNode(node) && /\S/.test(node.data)) {
      const part = document.createRange();
      part.setStart(node, node === range.startContainer ? range.startOffset : 0);
      part.setEnd(node, node === range.endContainer ? range.endOffset : node.length);
      places.push(...part.getClientRects());
    }
  }
  return places;
}

// Boxes over places of the page. They are drawn again whenever something may have
// moved.
class Marks {
  constructor(element) {
    this.element = element;
    this.shown = [];
    this.holder = document.createElement('div');
    this.holder.setAttribute('aria-hidden', 'true');
    const style = { all: 'initial', position: 'absolute', left: '0', top: '0', 'pointer-events': 'none', 'z-index': '2147483646' };
    Object.keys(style).forEach((name) => this.holder.style.setProperty(name, style[name], 'important'));
    this.root = this.holder.attachShadow({ mode: 'closed' });
    document.body.appendChild(this.holder);
    this.drawSoon = () => {
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => this.draw());
    };
    self.addEventListener('resize', this.drawSoon);
    document.addEventListener('scroll', this.drawSoon, true);
    if (self.ResizeObserver) {
      this.observer = new ResizeObserver(this.drawSoon);
      this.observer.observe(element);
    }
  }

  // Draws these: each a range, a severity, and whether it is the chosen one.
  show(marks) {
    this.shown = marks;
    this.drawSoon();
  }

  draw() {
    const LINES = { error: '2px solid #c62828', warning: '2px dashed #b26a00', info: '2px dotted #1565c0' };
    const FILLS = { error: 'rgba(198,40,40,0.14)', warning: 'rgba(178,106,0,0.14)', info: 'rgba(21,101,192,0.12)' };
    const origin = this.holder.getBoundingClientRect();
    this.root.textContent = '';
    for (const mark of this.shown) {
      for (const place of placesOfText(mark.range)) {
        const box = document.createElement('div');
        const style = box.style;
        style.position = 'absolute';
        style.boxSizing = 'border-box';
        style.left = place.left - origin.left - 2 + 'px';
        style.top = place.top - origin.top - 2 + 'px';
        style.width = place.width + 4 + 'px';
        style.height = place.height + 4 + 'px';
        style.borderBottom = LINES[mark.severity];
        style.background = mark.isChosen ? FILLS[mark.severity] : 'none';
        if (mark.isChosen) {
          style.border = LINES[mark.severity];
        }
        this.root.appendChild(box);
      }
    }
  }

  takeAway() {
    cancelAnimationFrame(this.frame);
    self.removeEventListener('resize', this.drawSoon);
    document.removeEventListener('scroll', this.drawSoon, true);
    if (this.observer) {
      this.observer.disconnect();
    }
    this.holder.remove();
  }
}
