/**
 * The thread that Mermaid runs in. jsdom's window becomes global here and Mermaid's state is global by
 * itself; both end with the thread and never reach the site's build.
 */
import { parentPort } from 'node:worker_threads';
import { DiagramError } from './diagram-error.ts';
import { installWindow } from './dom/window.ts';
import { drawDiagram } from './draw/draw-diagram.ts';
import { installChineseLineBreaking } from './draw/line-breaking.ts';
import { quickenConfiguration } from './draw/quick-configuration.ts';
import type { DrawingTools } from './draw/render-theme.ts';
import { installUtcDate } from './draw/utc-date.ts';
import type { Answer, Job } from './messages.ts';

installUtcDate();
installChineseLineBreaking();
quickenConfiguration();
const { document } = installWindow();
// Only now: Mermaid looks for a document while it loads.
const { default: mermaid } = await import('mermaid');
const tools: DrawingTools = { mermaid, document };

let previous: Promise<void> = Promise.resolve();
parentPort?.on('message', (job: Job) => {
  // One after the other, in the order of arrival: Mermaid's configuration is global.
  previous = previous.then(() => answer(job));
});

async function answer(job: Job): Promise<void> {
  const post = (message: Answer): void => {
    parentPort?.postMessage(message);
  };
  post({ id: job.id, type: 'started' });
  // While it draws, the port keeps the thread alive no more: one that waits for what never comes then ends.
  parentPort?.unref();
  try {
    post({ id: job.id, type: 'drawn', diagram: await drawDiagram(job, tools) });
  } catch (error) {
    if (error instanceof DiagramError) post({ id: job.id, type: 'faulty', fault: error.toFault() });
    else
      post({
        id: job.id,
        type: 'failed',
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
  } finally {
    parentPort?.ref();
  }
}
