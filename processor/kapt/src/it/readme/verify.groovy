// What was compiled runs, and prints the parameters that the model has.
def jars = []
localRepositoryPath.eachFileRecurse { file ->
    if (file.name ==~ /(initweights-core|kotlin-stdlib)-.*[.]jar/ && !(file.name =~ /(javadoc|sources)[.]jar/)) {
        jars << file.path
    }
}
def path = ([new File(basedir, "target/classes").path] + jars).join(File.pathSeparator)
def main = new ProcessBuilder("${System.getProperty('java.home')}/bin/java", "-cp", path, "MainKt").redirectErrorStream(true).start()
def printed = main.inputStream.getText("UTF-8")
assert main.waitFor() == 0 : printed
["conv [64, 3, 7, 7]", "bnWeight [64]", "bnBias [64]"].each { assert printed.contains(it) : printed }
return true
