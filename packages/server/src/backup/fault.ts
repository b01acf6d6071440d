/** Why a backup was not made or not put back: one line for who asked for it, without a word of what it holds. */
import { codeOf } from '../failure-code.ts';

export class BackupFault extends Error {
  override readonly name = 'BackupFault';
  /** refused: asked for in a way that cannot be; unreadable: the file; failed: the machine */
  readonly kind: 'refused' | 'unreadable' | 'failed';
  constructor(kind: BackupFault['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** What a database says may hold a value: its code alone is told. */
export async function asFault<T>(work: Promise<T>, said: (code: string) => string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof BackupFault) throw error;
    throw new BackupFault('failed', said(codeOf(error)));
  }
}
