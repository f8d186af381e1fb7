package org.initweights.processor.given;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.initweights.processor.model.Place;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Options;
import org.initweights.processor.report.Places;
import org.initweights.processor.report.Printer;
import org.initweights.processor.report.Severities;
import org.initweights.processor.report.SourcePlace;

/** Places in a source that there is not: each is a field, and perhaps a part of one, by name. */
final class GivenPlaces {

    private final Places places = new Places();
    private final Map<String, Element> fields = new HashMap<>();
    private final Map<String, Place> parts = new HashMap<>();

    /** A field. */
    Place of(String field) {
        return places.keep(element(field));
    }

    /** A part of what stands on a field: {@code shape}, {@code initializer.gain}. */
    Place of(String field, String part) {
        return parts.computeIfAbsent(
                field + "." + part,
                added -> places.keep(SourcePlace.of(element(field), named(AnnotationMirror.class, part))));
    }

    private Element element(String field) {
        return fields.computeIfAbsent(field, name -> named(Element.class, name));
    }

    /** An empty record of what is wrong. */
    Findings findings(Map<String, String> options) {
        return new Findings(new Severities(new Options(options)), places);
    }

    /** What would be printed, in the order of the findings. */
    static List<Reported> printed(Findings findings) {
        List<Reported> reported = new ArrayList<>();
        Messager messager = proxy(Messager.class, (self, method, arguments) -> reported.add(reported(arguments)));
        Printer printer = new Printer(proxy(ProcessingEnvironment.class, (self, method, arguments) -> messager));
        findings.print(printer);
        printer.flush();
        return reported;
    }

    private static Reported reported(Object[] arguments) {
        Element element = (Element) arguments[2];
        AnnotationMirror part = (AnnotationMirror) arguments[3];
        AnnotationValue value = (AnnotationValue) arguments[4];
        if (value != null) {
            throw new IllegalStateException("no place made here has a value");
        }
        return new Reported(
                (Diagnostic.Kind) arguments[0],
                part == null ? element.toString() : element + "." + part,
                arguments[1].toString());
    }

    /** An object that has a name, and nothing else of its interface. */
    private static <T> T named(Class<T> type, String name) {
        return proxy(type, (self, method, arguments) -> switch (method.getName()) {
            case "toString" -> name;
            case "equals" -> self == arguments[0];
            case "hashCode" -> name.hashCode();
            default -> null;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
