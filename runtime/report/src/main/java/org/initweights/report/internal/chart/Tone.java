package org.initweights.report.internal.chart;

import java.util.Locale;

/**
 * The colours of a report, each by what it is for, on light and on dark paper. Text has a contrast of 4.5 or more against the paper and
 * against surfaces, lines that carry data 3 or more: WCAG 2.2, level AA.
 */
public enum Tone {
    PAPER(0xFFFFFF, 0x15181D),
    SURFACE(0xF6F7F9, 0x1D2128),
    INK(0x1B2430, 0xE6EAF0),
    MUTED(0x5A6675, 0x9BA7B6),
    LINE(0xE1E5EA, 0x2F3641),
    LINK(0x1D4FB8, 0x8FB5FF),
    MEASURED(0x3B76D6, 0x5B93F0),
    EXPECTED(0xC2410C, 0xF4945A),
    FORWARD(0x3B76D6, 0x5B93F0),
    BACKWARD(0x0F766E, 0x3FB8A9),
    WARNING(0x9A3412, 0xFDBA74),
    WARNING_SURFACE(0xFFF6ED, 0x2B2119),
    GOOD(0x15703A, 0x6FD08F);

    private final int light;
    private final int dark;

    Tone(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    /** Red, green and blue on light paper, eight bits each. */
    public int light() {
        return light;
    }

    /** Red, green and blue on dark paper, eight bits each. */
    public int dark() {
        return dark;
    }

    /** The name in style sheets: {@code warning-surface}. */
    public String css() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
