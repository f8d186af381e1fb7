package org.initweights.samples.unet;

import java.io.IOException;
import org.initweights.samples.showcase.Showcase;

/** Initialises the U-Net, prints its parameters and writes {@code unet.safetensors}. */
public final class Main {

    private Main() {}

    /** The only argument, which may be left out, is the directory to write to. */
    public static void main(String... args) throws IOException {
        Showcase.run("unet", new UNet(), UNetInit::initWeights, UNetInit::parameters, Showcase.directory(args));
    }
}
