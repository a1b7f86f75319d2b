// Uses the package as any page would, and hands it to the tests.
import init, * as gouji from "/pkg/gouji_wasm.js";

const began = performance.now();
await init();
window.gouji = gouji;
window.goujiStartedIn = performance.now() - began;
