import { check, convert, createChecker } from 'gouji';
import faulty from './faulty.txt?raw';

const checker = createChecker();
const converted = convert('<table><tr><td>规章</td><td>1</td></tr></table>');
Promise.all([check(faulty), checker.check(faulty), converted]).then(([here, apart, converted]) => {
  const same = JSON.stringify(here) === JSON.stringify(apart);
  const result = { findings: here.findings.length, same, converted };
  document.getElementById('result').textContent = JSON.stringify(result);
});
