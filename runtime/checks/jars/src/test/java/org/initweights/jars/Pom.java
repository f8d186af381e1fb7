package org.initweights.jars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * An element of a POM.
 *
 * @param element as the JDK reads it
 */
record Pom(Element element) {

    static Pom of(Path file) {
        try {
            return new Pom(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement());
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new AssertionError(file + " is no POM", e);
        }
    }

    List<Pom> children(String name) {
        return IntStream.range(0, element.getChildNodes().getLength())
                .mapToObj(element.getChildNodes()::item)
                .filter(node -> node instanceof Element
                        && (name.isEmpty() || node.getNodeName().equals(name)))
                .map(node -> new Pom((Element) node))
                .toList();
    }

    Pom child(String name) {
        List<Pom> found = children(name);
        assertThat(found).describedAs("%s of %s", name, element.getNodeName()).hasSize(1);
        return found.get(0);
    }

    /** The texts in it, and the names of the elements around them. */
    String text() {
        List<Pom> inside = children("");
        return inside.isEmpty()
                ? element.getTextContent().strip()
                : inside.stream()
                        .map(each -> each.element.getNodeName() + "=" + each.text())
                        .toList()
                        .toString();
    }

    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        children("").forEach(each -> values.put(each.element.getNodeName(), each.text()));
        return values;
    }
}
