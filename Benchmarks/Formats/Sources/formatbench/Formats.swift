import KithCLI
import KithCore

/// What can be measured: whatever kith has.
let formats = PluginRegistry.builtIn
