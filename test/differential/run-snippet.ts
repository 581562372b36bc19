// What the simulator prints for a snippet, without addresses. A text that is refused before it runs
// gives the reasons.
import { languageEnvironment } from '../../src/lang/environment.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { Simulation } from '../../src/simulate.ts';

const environment = languageEnvironment();
const REFUSED = 'refused: ';

export function runSnippet(text: string): string {
  const { scenario, diagnostics } = loadScenario('snippet.py', text, { environment });
  if (scenario === null) {
    const mistakes = diagnostics.filter(({ severity }) => severity === 'error');
    return `${REFUSED}${mistakes.map(({ message }) => message).join('; ')}\n`;
  }
  let stdout = '';
  const simulation = new Simulation(scenario, {
    file: 'snippet.py',
    source: text,
    write: (stream, piece) => {
      if (stream === 'stdout') stdout += piece.replace(/\bat 0x[0-9a-f]+/g, 'at 0x');
    },
  });
  try {
    const { end, errorText } = simulation.run();
    return end === 'finished' ? stdout : `${stdout}${end}: ${errorText}\n`;
  } catch (error) {
    return `${stdout}crashed: ${(error as Error).stack}\n`;
  }
}

export function isRefused(prints: string): boolean {
  return prints.startsWith(REFUSED);
}
