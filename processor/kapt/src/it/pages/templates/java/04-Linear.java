package readme.first;

import static org.initweights.Layer.LINEAR;

import org.initweights.annotation.*;

// snippet of README.md
