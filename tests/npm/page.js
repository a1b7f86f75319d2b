// The package in a page without any build step. What came out stands in #result.
import { check, convert, createChecker } from './gouji/index.js';

async function run() {
  const faulty = await fetch('faulty.txt').then((answer) => answer.text());
  const here = await check(faulty);
  const checker = createChecker();
  const apart = await checker.check(faulty);
  const refused = await check(5).catch((error) => error);
  const converted = await convert('<table><tr><td>规章</td><td>1</td></tr></table>');
  checker.terminate();
  return {
    findings: here.findings.length,
    same: JSON.stringify(here) === JSON.stringify(apart),
    refused: refused.name + ' ' + refused.code,
    converted: converted,
  };
}

run()
  .catch((error) => ({ error: String(error) }))
  .then((result) => {
    document.getElementById('result').textContent = JSON.stringify(result);
  });
