package org.initweights.report.internal.page;

import org.initweights.report.ParameterReport;
import org.initweights.report.internal.chart.SvgWriter;

/** HTML as it is written, in which all text is escaped. */
final class Html {

    private final StringBuilder html = new StringBuilder();

    /** Markup, as it is. */
    Html markup(String markup) {
        html.append(markup);
        return this;
    }

    /** Markup with an escaped text in place of each {@code %s}. */
    Html markup(String template, Object... texts) {
        Object[] escaped = new Object[texts.length];
        for (int i = 0; i < texts.length; i++) {
            escaped[i] = SvgWriter.escape(texts[i].toString());
        }
        html.append(String.format(template, escaped));
        return this;
    }

    /** Escaped text. */
    Html text(String text) {
        html.append(SvgWriter.escape(text));
        return this;
    }

    /** The name of a parameter, which may be broken after its dots. */
    Html name(ParameterReport parameter) {
        html.append("<code>")
                .append(SvgWriter.escape(parameter.name()).replace(".", ".<wbr>"))
                .append("</code>");
        return this;
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
