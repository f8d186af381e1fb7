package org.initweights.processor.output;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.HexFormat;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * The encoding in which the compiler writes generated sources and reads them back. A character that it does not have is written as a
 * Unicode escape, which Java reads in comments, names and literals alike: so whatever the encoding, the program and its comments are the
 * same.
 */
public final class SourceEncoding {

    private final Charset charset;

    SourceEncoding(Charset charset) {
        this.charset = charset;
    }

    /** The encoding of a compilation. javac reads every source in it; other compilers generate sources in the default one. */
    public static SourceEncoding of(ProcessingEnvironment environment, TypeElement model) {
        try {
            TreePath path = Trees.instance(environment).getPath(model);
            if (path != null) {
                try (Reader source = path.getCompilationUnit().getSourceFile().openReader(true)) {
                    if (source instanceof InputStreamReader stream && stream.getEncoding() != null) {
                        return new SourceEncoding(Charset.forName(stream.getEncoding()));
                    }
                }
            }
        } catch (IOException | IllegalArgumentException | LinkageError e) {
            // Not javac, or not in the open.
        }
        return new SourceEncoding(Charset.defaultCharset());
    }

    /** A source with nothing in it that the encoding does not have. */
    String encodable(String source) {
        CharsetEncoder encoder = charset.newEncoder();
        if (encoder.canEncode(source)) {
            return source;
        }
        StringBuilder text = new StringBuilder(source.length());
        source.codePoints().forEach(point -> {
            String character = Character.toString(point);
            if (point < 0x80 || encoder.canEncode(character)) {
                text.append(character);
            } else {
                character
                        .chars()
                        .forEach(
                                unit -> text.append("\\u").append(HexFormat.of().toHexDigits((char) unit)));
            }
        });
        return text.toString();
    }
}
