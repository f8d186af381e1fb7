package org.initweights.report.internal.chart;

import java.util.List;

/**
 * A picture as marks, in the order in which they are drawn.
 *
 * @param title what it shows
 * @param description what can be seen in it, for those who cannot see it
 */
public record Scene(int width, int height, String title, String description, List<Mark> marks) {

    public Scene {
        marks = List.copyOf(marks);
    }
}
