package org.maaledger.command.importing;

import java.io.IOException;
import java.io.InputStream;

/** A file of figures: it is read twice, so it must be there to be opened again. */
@FunctionalInterface
interface ImportFile {

    /** The whole file, from its first byte on. */
    InputStream open() throws IOException;
}
