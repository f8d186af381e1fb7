// Nothing but the README's text: its Kotlin build with coordinates around it, and its first two Kotlin snippets as files.
def readme = new File(basedir, "../../../../../README.md").getText("UTF-8")
def build = (readme =~ /(?s)<summary>Kotlin with Maven<\/summary>\n\n```xml\n(.*?)```/)[0][1]
def snippets = (readme =~ /(?s)```kotlin\n(.*?)```/).collect { it[1] }
new File(basedir, "pom.xml").setText("""<project>
<modelVersion>4.0.0</modelVersion>
<groupId>demo</groupId>
<artifactId>demo</artifactId>
<version>1</version>
${build}</project>
""", "UTF-8")
def sources = new File(basedir, "src/main/kotlin")
sources.mkdirs()
new File(sources, "Stem.kt").setText(snippets[0], "UTF-8")
new File(sources, "Main.kt").setText(snippets[1], "UTF-8")
return true
