namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for before it emits an <c>init</c> accessor; netstandard2.0 does not have it.</summary>
internal static class IsExternalInit;
