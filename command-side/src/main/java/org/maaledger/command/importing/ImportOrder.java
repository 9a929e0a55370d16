package org.maaledger.command.importing;

import org.jspecify.annotations.Nullable;

/**
 * What is to be imported, and how.
 *
 * @param file its bytes
 * @param fileName what it is called, which names its data set if it is the published name
 * @param said the data set that it is said to hold, whatever it is called; absent if its name tells
 * @param mapping how it is to be read
 * @param check whether nothing is to be changed
 */
record ImportOrder(
        ImportFile file, String fileName, @Nullable DataSet said, Mapping mapping, boolean check) {

    Dictionary dictionary() {
        return Dictionary.of(mapping.indicators().dictionary());
    }

    /** The data set of the file; null if nothing tells which it is. */
    @Nullable DataSet dataSet() {
        return DataSet.of(said, fileName, mapping, dictionary());
    }
}
