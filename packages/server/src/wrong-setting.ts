/** A setting of the installation that the program cannot start with: its message is one line for who set it. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';
}
