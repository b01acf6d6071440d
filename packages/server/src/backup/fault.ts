/** Why a backup was not made or not put back: one line for who asked for it, without a word of what it holds. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault';
  /** refused: asked for in a way that cannot be; unreadable: the file; failed: the machine */
  readonly kind: 'refused' | 'unreadable' | 'failed';
  constructor(kind: BackupFault['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}
