// What is generated compiles without a warning.
def warnings = new File(basedir, "build.log").readLines().findAll {
    it =~ /WARNING.*generated-sources.*[.](kt|java):/ && !it.contains("Duplicate source root")
}
assert warnings.isEmpty() : warnings
