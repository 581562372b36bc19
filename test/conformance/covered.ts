// The table of what programs at random execute of CPython's asyncio: functions, and `except` and
// `finally` clauses, file by file, with the list of what they never reach.
import type { Coverage, CoveredPlace } from './oracle.ts';

function percent(places: readonly CoveredPlace[]): string {
  const ran = places.filter(([, , hit]) => hit).length;
  return `${ran} of ${places.length}`;
}

export function coverageTable(coverage: Coverage): string {
  const rows = ['CPython Lib/asyncio   functions     except and finally'];
  const missed: string[] = [];
  for (const [file, places] of Object.entries(coverage)) {
    const functions = places.filter(([, kind]) => kind === 'function');
    const clauses = places.filter(([, kind]) => kind !== 'function');
    rows.push(`${`${file}.py`.padEnd(22)}${percent(functions).padEnd(14)}${percent(clauses)}`);
    const open = places.filter(([, , hit]) => !hit);
    const names = open.map(([path, kind]) => (kind === 'function' ? path : `${path} (${kind})`));
    if (names.length > 0) missed.push(`${file}.py: ${names.join(', ')}`);
  }
  return [...rows, '', 'Not reached:', ...missed].join('\n');
}
