/** `readingscan serve`: the web application and API. */
import { fileURLToPath } from 'node:url';
import { Usage } from '../failure.ts';
import { knowledgeFolder, programParts } from '../program.ts';

export async function serveCommand(): Promise<void> {
  const { startServer, WrongSetting } = await import('@readingscan/server');
  try {
    await startServer({
      knowledge: knowledgeFolder,
      parts: programParts,
      dist: fileURLToPath(new URL('../../web/dist', import.meta.url)),
    });
  } catch (error) {
    if (error instanceof WrongSetting) throw new Usage(error.message);
    const said = error instanceof Error && 'code' in error ? CANNOT_LISTEN[String(error.code)] : undefined;
    throw said === undefined ? error : new Usage(said);
  }
}

const NO_HOST = 'HOST is no address of this machine. Set it to one, such as HOST=127.0.0.1.';
const CANNOT_LISTEN: Readonly<Record<string, string>> = {
  EADDRINUSE: 'The port is taken by another program. Set PORT to a free one, such as PORT=3001.',
  EACCES: 'This user may not listen on that port. Set PORT to one above 1023, such as PORT=3000.',
  EADDRNOTAVAIL: NO_HOST,
  ENOTFOUND: NO_HOST,
  EAI_AGAIN: NO_HOST,
};
