/** The server: one call starts it. */
export { type AppDeps, createApp } from './app.ts';
export { type RunningServer, type ServerOptions, startServer } from './start.ts';
export { WrongSetting } from './wrong-setting.ts';
