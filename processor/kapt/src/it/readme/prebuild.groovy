// Puts each snippet of the README into the template of its number, where it says README.
def readme = new File(basedir, "../../../../../README.md").text
["java", "kotlin"].each { language ->
    def snippets = (readme =~ /(?s)```${language}\n(.*?)```/).collect { it[1] }
    // Gradle's own language is no Kotlin that a module could compile.
    snippets.removeAll { it.contains("annotationProcessor(") }
    def templates = new File(basedir, "templates/${language}").listFiles().sort { it.name }
    assert snippets.size() == templates.size() : "${snippets.size()} ${language} snippets, ${templates.size()} templates"
    templates.eachWithIndex { template, index ->
        def home = (template.text =~ /package ([\w.]+)/)[0][1]
        def name = template.name.replaceFirst(/^\d+-/, "")
        def source = new File(basedir, "src/main/${language}/${home.replace('.', '/')}/${name}")
        source.parentFile.mkdirs()
        source.text = template.text.replace("// README", snippets[index])
    }
}
return true
