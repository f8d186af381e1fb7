package org.initweights.report.internal.page;

import org.initweights.internal.message.Notation;

/** How numbers are written on the page. */
final class Cells {

    private Cells() {}

    /** A number as text, with a real minus sign; a dash if there is none. */
    static String number(double value) {
        return Double.isNaN(value) ? "–" : Notation.measured(value).replace('-', '−');
    }

    /** {@code 0.1 %}. */
    static String percent(double share) {
        return Notation.measured(100 * share) + " %";
    }

    /** What a script sorts by; nothing if there is no number. */
    static String key(double value) {
        return Double.isNaN(value) ? "" : Float.toString((float) value);
    }
}
