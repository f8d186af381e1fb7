package org.initweights;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What a {@link Plan} is written as: its JSON, compressed, since the parameters of a model are much alike.
 */
final class SerialPlan implements Serializable {

    private static final long serialVersionUID = 1;

    private final byte[] json;

    private SerialPlan(byte[] json) {
        this.json = json;
    }

    static SerialPlan of(Plan plan) throws NotSerializableException {
        try {
            return new SerialPlan(deflated(plan.toJson()));
        } catch (IllegalArgumentException e) {
            NotSerializableException failure = new NotSerializableException(e.getMessage());
            failure.initCause(e);
            throw failure;
        }
    }

    private static byte[] deflated(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes)) {
            deflated.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private Object readResolve() throws InvalidObjectException {
        try (InflaterInputStream text = new InflaterInputStream(new ByteArrayInputStream(json))) {
            return Plan.parse(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            InvalidObjectException failure = new InvalidObjectException("this is no plan: " + e.getMessage());
            failure.initCause(e);
            throw failure;
        }
    }
}
