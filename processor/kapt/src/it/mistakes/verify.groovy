// Every comment "// error: …" or "// warning: …" announces a message on a line of the declaration below it.
def log = new File(basedir, "build.log").text
new File(basedir, "src/main/kotlin/it/mistakes").listFiles().each { source ->
    source.readLines().eachWithIndex { line, index ->
        def announced = line =~ "// (error|warning): (.*)"
        if (announced) {
            def message = ": " + announced[0][1] + ": " + announced[0][2]
            // The position may be that of the annotation or of the property.
            def found = (index + 2..index + 3).any { log.contains(source.name + ":" + it + message) }
            assert found : "not reported below line " + (index + 1) + " of " + source.name + message
        }
    }
}
// Of what nothing is announced, nothing is said.
["skipped", "text", "type", "compared"].each { assert !(log =~ /Holes[.]kt:[0-9]+: \w+: ${it}: /) : it }
["allocated", "settable", "own", "in words", "default", "sized", "seen", "optional"].each {
    assert !(log =~ /Properties[.]kt:[0-9]+: \w+: ${it}: /) : it
}
assert !log.contains("[Internal]")
