import * as gouji from '../npm/index.js';

window.gouji = gouji;
