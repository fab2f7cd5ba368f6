import KithCLI

runKith(plugins: .builtIn)
