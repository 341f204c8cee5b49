/** The door of `trichluc/server`. */
export { createServer, type ServerOptions, type TrichlucServer } from './app.ts'
export { MissingPeer } from './peers.ts'
export { type RunningServer, serve } from './serve.ts'
export {
  defaultOf,
  type ServerSettings,
  type Setting,
  SettingError,
  settingsFrom,
  table as settings,
  variableOf,
} from './settings.ts'
