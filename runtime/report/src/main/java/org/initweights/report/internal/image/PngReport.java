package org.initweights.report.internal.image;

import org.initweights.report.internal.ReportContents;

/** The report's head as PNG, if Java can draw. */
public final class PngReport {

    private static final String MODULE = "java.desktop";

    private PngReport() {}

    /**
     * The picture.
     *
     * @throws UnsupportedOperationException if Java runs without the module that draws
     */
    public static byte[] of(ReportContents report) {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            throw new UnsupportedOperationException("a picture in PNG needs Java's module " + MODULE
                    + ", which is not there; run java with --add-modules " + MODULE
                    + ", or take a Java runtime that has it. Pages and texts need no module");
        }
        return HeadPicture.draw(report);
    }
}
