/** `readingscan doctor`: what is set up for `serve`, one line each; exit code 2 where something is to be mended. */

export async function doctorCommand(): Promise<void> {
  const { examine } = await import('@readingscan/server');
  for await (const { what, isWell, said } of examine(process.env)) {
    process.stdout.write(`${isWell ? 'ok   ' : 'wrong'} ${what}: ${said}\n`);
    if (!isWell) process.exitCode = 2;
  }
}
