// What TypeScript makes of the package; `tsc` runs nothing of it.
import { check, convert, createChecker, type CheckedReport, type GoujiError } from 'gouji';
import type { CheckedDetail, GoujiCheckAttributes } from 'gouji/gouji-check.js';

export async function words(file: Blob): Promise<string[]> {
  const text: string = await convert(file, 'report.docx');
  const report: CheckedReport = await check(text, { lang: 'en', profile: { year: 2024 } });
  const again: CheckedReport = await createChecker().check(text);
  // @ts-expect-error: what is checked is a text.
  await check(5);
  return [...report.findings, ...again.findings].map((finding) => finding.message);
}

export function code(error: GoujiError): string {
  return error.code;
}

export const attributes: GoujiCheckAttributes = { 'issuer-kind': 'township_government', density: 'large' };

export function watch(report: (detail: CheckedDetail) => void): void {
  const element = document.createElement('gouji-check');
  element.options = { levels: [{ code: 'GJ301', level: 'off' }] };
  element.addEventListener('gouji-checked', (event) => report(event.detail));
  element.check('').then((checked: CheckedReport) => checked.verdict);
  // @ts-expect-error: the result is not to be written.
  element.report = null;
}
