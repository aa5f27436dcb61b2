using System.Reflection;
using IoTDB.Wire.Thrift;

namespace IoTDB.Wire.Tests.Messages;

/// <summary>Makes messages of any type; the same seed makes the same message.</summary>
internal static class RandomMessages
{
    private static readonly NullabilityInfoContext s_nullability = new();

    private static readonly string[] s_texts =
        ["", "a", "root.sg.d1", "温度过高", "🚀🌍", "line\nbreak", "it''s", "a\0b", new string('x', 42), new string('é', 43), new string('界', 300)];

    private static readonly long[] s_numbers = [0, 1, -1, 63, 64, -64, -65, 127, 128, 8191, 8192, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue, 1_700_000_000_000];

    public static object Make(Type type, int seed) => Make(type, new Random(seed), 0);

    private static object Make(Type type, Random random, int depth)
    {
        ConstructorInfo constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .OrderByDescending(candidate => candidate.GetParameters().Length)
            .First();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter, random, depth))]);
    }

    private static object? Value(ParameterInfo parameter, Random random, int depth)
    {
        Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        bool optional = type != parameter.ParameterType
            || (!type.IsValueType && s_nullability.Create(parameter).ReadState == NullabilityState.Nullable);

        // Statuses may hold statuses, four deep.
        return optional && (depth >= 3 || random.Next(3) == 0) ? null : Value(type, random, depth);
    }

    private static object Value(Type type, Random random, int depth) => type switch
    {
        _ when type == typeof(bool) => random.Next(2) == 1,
        _ when type == typeof(sbyte) => (sbyte)random.Next(-128, 128),
        _ when type == typeof(byte) => (byte)random.Next(256),
        _ when type == typeof(int) => (int)Number(random),
        _ when type == typeof(long) => Number(random),
        _ when type == typeof(string) => s_texts[random.Next(s_texts.Length)],
        _ when type == typeof(ReadOnlyMemory<byte>) => Bytes(random),
        _ when type.IsEnum => Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length))!,
        _ when type.IsArray => List(type.GetElementType()!, random, depth),
        _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) =>
            Activator.CreateInstance(type, [.. type.GetGenericArguments().Select(argument => Value(argument, random, depth))])!,
        _ when type.GetCustomAttribute<ThriftStructAttribute>() is not null => Make(type, random, depth + 1),
        _ => throw new NotSupportedException($"No values of {type} are made here."),
    };

    private static Array List(Type element, Random random, int depth)
    {
        // Around the 14 elements of a compact list's short form.
        int[] lengths = [0, 1, 2, 14, 15, 16];
        Array list = Array.CreateInstance(element, depth > 0 ? random.Next(3) : lengths[random.Next(lengths.Length)]);
        for (int i = 0; i < list.Length; i++)
        {
            list.SetValue(Value(element, random, depth + 1), i);
        }

        return list;
    }

    private static ReadOnlyMemory<byte> Bytes(Random random)
    {
        byte[] bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static long Number(Random random) => random.Next(3) == 0 ? random.NextInt64(long.MinValue, long.MaxValue) : s_numbers[random.Next(s_numbers.Length)];
}
