// As old an engine as the package itself runs in.
export default { base: './', build: { target: 'chrome78', modulePreload: { polyfill: false } } };
