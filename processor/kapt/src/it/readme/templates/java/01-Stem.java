package readme.stem;

import static org.initweights.FanMode.FAN_OUT;

import org.initweights.annotation.*;

// README
