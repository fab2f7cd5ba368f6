import KithCLI
import KithCore

/// What the suite is run on: every built-in format, and two strangers added by the same call.
let registry = PluginRegistry.builtIn + [MarkdownExporter(), TabbedPlugin()]
