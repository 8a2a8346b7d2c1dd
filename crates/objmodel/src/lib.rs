//! How an operation finds its code: Runtime, types, attributes, descriptors, calls, operators and errors.
