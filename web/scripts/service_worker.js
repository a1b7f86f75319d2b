// Keeps the files of one edition of the site, so that it opens without a
// network. The build puts `EDITION`, a name of its own for every edition, and
// `FILES`, the addresses of all files, before it.
const CACHE = 'gouji-' + EDITION;

self.addEventListener('install', function (event) {
  event.waitUntil(
    caches.open(CACHE).then(function (cache) {
      return cache.addAll(
        FILES.map(function (file) {
          // What an older edition left in the browser's own cache is not taken.
          return new Request(file, { cache: 'reload' });
        })
      );
    })
  );
});

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
  if (file === null || !(FILES.includes(file) || file === 'index.html')) {
    return;
  }
  event.respondWith(
    caches
      .open(CACHE)
      .then(function (cache) {
        return cache.match(file === 'index.html' ? './' : file);
      })
      .then(function (kept) {
        return kept || fetch(request);
      })
  );
});
