// Keeps the files of one edition of the site, so that it opens without a
// network. The build puts `EDITION`, a name of its own for every edition, and
// `FILES`, the addresses of all files but those for English, before it. These
// are `LATER`: they are kept once somebody has asked for them.
const CACHE = 'gouji-' + EDITION;

self.addEventListener('install', function (event) {
  event.waitUntil(
    Promise.all([caches.open(CACHE), hasKeptEnglish()]).then(function (found) {
      return found[0].addAll(
        (found[1] ? FILES.concat(LATER) : FILES).map(function (file) {
          // What an older edition left in the browser's own cache is not taken.
          return new Request(file, { cache: 'reload' });
        })
      );
    })
  );
});

// Whether an edition before this one was read in English.
function hasKeptEnglish() {
  return caches.keys().then(function (names) {
    const ours = names.filter(function (name) {
      return name.startsWith('gouji-');
    });
    return Promise.all(
      ours.map(function (name) {
        return caches.open(name).then(function (cache) {
          return cache.keys();
        });
      })
    ).then(function (kept) {
      return [].concat.apply([], kept).some(function (request) {
        return request.url.includes('/gouji_en');
      });
    });
  });
}

// Only now is the last page of the edition before gone.
self.addEventListener('activate', function (event) {
  event.waitUntil(
    caches.keys().then(function (names) {
      return Promise.all(
        names
          .filter(function (name) {
            return name.startsWith('gouji-') && name !== CACHE;
          })
          .map(function (name) {
            return caches.delete(name);
          })
      );
    })
  );
});

// Its own files come from the cache; whatever else lies on the same server is
// none of its business.
self.addEventListener('fetch', function (event) {
  const request = event.request;
  if (request.method !== 'GET') {
    return;
  }
  const scope = self.registration.scope;
  const address = request.url.split('#')[0].split('?')[0];
  const file = address === scope ? './' : address.startsWith(scope) ? address.slice(scope.length) : null;
  const isLater = LATER.includes(file);
  if (file === null || !(FILES.includes(file) || isLater || file === 'index.html')) {
    return;
  }
  event.respondWith(
    caches.open(CACHE).then(function (cache) {
      return cache.match(file === 'index.html' ? './' : file).then(function (kept) {
        return (
          kept ||
          fetch(request).then(function (answer) {
            if (isLater && answer.ok) {
              event.waitUntil(cache.put(file, answer.clone()));
            }
            return answer;
          })
        );
      });
    })
  );
});
