// Puts each snippet of the README and of the documentation into a template that says of which page it is, in the order of the templates' numbers.
def root = new File(basedir, "../../../../..").canonicalFile
def pages = ["README.md"]
new File(root, "runtime/docs").eachFileRecurse { file ->
    // The pages on frameworks need their engines; the modules' own tests compare them with code that runs.
    if (file.name.endsWith(".md") && file.parentFile.name != "frameworks") {
        pages << root.toPath().relativize(file.toPath()).toString().replace('\\', '/')
    }
}
// What a snippet imports stands at the top of the file; the template imports only what the snippet does not show.
def filled = { String template, String page, String snippet ->
    def imports = snippet.readLines().takeWhile { it.startsWith("import ") || it.empty }.join("\n")
    def body = snippet.substring(imports.length())
    def used = (template.replaceAll(/(?m)^import .*$/, "") =~ /\w+/).collect { it } as Set
    (template =~ /(?m)^import .*\.(\w+);?$/).each { assert it[1] in used : "${page} should import ${it[1]} itself" }
    template.replace("// snippet of ${page}", body).replaceFirst(/(package .*)/) { all, head -> head + "\n\n" + imports }
}
["java", "kotlin"].each { language ->
    def templates = new File(basedir, "templates/${language}").listFiles().sort { it.name }.groupBy { template ->
        (template.text =~ /\/\/ snippet of (\S+)/)[0][1]
    }
    assert pages.containsAll(templates.keySet()) : "${templates.keySet() - pages} are no pages"
    pages.each { page ->
        def snippets = (new File(root, page).getText("UTF-8") =~ /(?s)```${language}\n(.*?)```/).collect { it[1] }
        // Gradle's own language is no Kotlin that a module could compile.
        snippets.removeAll { it.contains("annotationProcessor(") }
        def own = templates.getOrDefault(page, [])
        assert snippets.size() == own.size() : "${page} has ${snippets.size()} ${language} snippets, and ${own.size()} templates"
        own.eachWithIndex { template, index ->
            def home = (template.text =~ /package ([\w.]+)/)[0][1]
            def name = template.name.replaceFirst(/^\d+-/, "")
            def source = new File(basedir, "src/main/${language}/${home.replace('.', '/')}/${name}")
            source.parentFile.mkdirs()
            source.setText((language == "kotlin" ? filled(template.text, page, snippets[index]) : template.text.replace("// snippet of ${page}", snippets[index])), "UTF-8")
        }
    }
}
return true
