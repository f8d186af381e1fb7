// Every comment "// error: …" announces an error on a line of the declaration below it.
def source = new File(basedir, "src/main/kotlin/it/mistakes/Mistakes.kt")
def log = new File(basedir, "build.log").text
def lines = source.readLines()
lines.eachWithIndex { line, index ->
    def announced = line =~ "// error: (.*)"
    if (announced) {
        // The position may be that of the annotation or of the property.
        def found = (index + 2..index + 3).any { log.contains("Mistakes.kt:" + it + ": error: " + announced[0][1]) }
        assert found : "not reported below line " + (index + 1) + ": " + announced[0][1]
    }
}
assert !log.contains("[Internal]")
