// Puts the checker into a frame where this script stands, and makes the frame as
// high as what is in it. What it is asked for stands on the script itself:
// <script src="gouji/gouji-frame.js" data-year="2025" data-lang="zh-CN"></script>
const script = document.currentScript;
const address = new URL('embed.html', script.src);
// By the names as they are written: `dataset` would have `issuerKind`.
const asked = new URLSearchParams();
for (const attribute of Array.from(script.attributes)) {
  if (attribute.name.startsWith('data-')) {
    asked.set(attribute.name.slice('data-'.length), attribute.value);
  }
}
asked.set('host', location.origin);
address.hash = asked.toString();
const frame = document.createElement('iframe');
frame.src = address.href;
frame.title = '政府信息公开工作年度报告核对';
frame.referrerPolicy = 'origin';
frame.style.cssText = 'display:block;width:100%;height:640px;border:0';
script.parentNode.insertBefore(frame, script.nextSibling);
self.addEventListener('message', function (event) {
  if (event.source !== frame.contentWindow || event.origin !== address.origin || !event.data) {
    return;
  }
  if (event.data.type === 'gouji:height' && event.data.height > 0) {
    frame.style.height = event.data.height + 'px';
  } else if (/^gouji:/.test(event.data.type)) {
    frame.dispatchEvent(new CustomEvent(event.data.type.replace(':', '-'), { bubbles: true, detail: event.data.detail || event.data }));
  }
});
